// Judges the signature vectors with Go's crypto/hmac. Exit 1 where anything is not as the file says.
//
//	go run . FILE
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
)

type file struct {
	NumberOfVectors int
	Flags           map[string]struct{ BugType string }
	Groups          []struct {
		Secrets          []string
		ToleranceSeconds int64
		Now              int64
		Vectors          []struct {
			ID      string
			Result  string
			Reason  string
			Flags   []string
			Headers []struct {
				Name        string
				Value       string
				ValueBase64 []byte
			}
			BodyBase64 []byte
		}
	}
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var vectors file
	if err := json.Unmarshal(text, &vectors); err != nil {
		panic(err)
	}
	kits := map[string]bool{"MayLeadingZeros": true, "MayToleranceEdge": true}
	all := map[string]bool{}
	modes := []map[string]bool{{}, kits, all}
	for flag, facts := range vectors.Flags {
		if facts.BugType == "policy" {
			all[flag] = true
			modes = append(modes, map[string]bool{flag: true})
		}
	}
	judged, problems := 0, 0
	for _, group := range vectors.Groups {
		for _, v := range group.Vectors {
			judged++
			var headers []Header
			for _, h := range v.Headers {
				value := h.Value
				if h.ValueBase64 != nil {
					value = string(h.ValueBase64)
				}
				headers = append(headers, Header{h.Name, value})
			}
			for i, may := range modes {
				found := reason(group.Secrets, group.ToleranceSeconds, group.Now, headers, v.BodyBase64, may)
				accepted := v.Result == "valid" || (v.Result == "acceptable" && may[v.Flags[0]])
				if (found == "") != accepted || (v.Result == "invalid" && i == 1 && found != v.Reason) {
					problems++
					fmt.Fprintf(os.Stderr, "policies %v: %s is %s (%s), found %s\n", may, v.ID, v.Result, v.Reason, found)
				}
			}
		}
	}
	fmt.Printf("%s crypto/hmac: %d vectors, %d ways of deciding what is acceptable\n", runtime.Version(), judged, len(modes))
	if problems > 0 || judged != vectors.NumberOfVectors || judged < 1500 {
		os.Exit(1)
	}
}
