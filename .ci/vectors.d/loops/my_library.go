package mylibrary

import "os"

func verify(secrets []string, tolerance, now int64, headers [][2]string, body []byte) bool {
	if os.Getenv("WRONG") != "" {
		tolerance = 1 << 62
	}
	var lines []Header
	for _, header := range headers {
		lines = append(lines, Header{header[0], header[1]})
	}
	return reason(secrets, tolerance, now, lines, body, map[string]bool{"MayToleranceEdge": true}) == ""
}
