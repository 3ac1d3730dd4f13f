package io.statuspulse.conformance.scenario;

/** Hints that several scenarios share: how to mend a receiver, in four languages. */
public final class Mends {
    public static final Mend RAW_BODY = new Mend(
            "Take the body as byte[] (@RequestBody byte[], or readAllBytes()) and give those bytes to Mac.doFinal; parse"
                    + " JSON only afterwards.",
            "Use express.raw({type: () => true}) on this route, give req.body (a Buffer) to hmac.update, and JSON.parse it"
                    + " only afterwards.",
            "Read io.ReadAll(r.Body) once, write exactly those bytes to the MAC, and json.Unmarshal them only afterwards.",
            "Use request.get_data() (Flask) or request.body (Django), give those bytes to hmac.new, and json.loads them only"
                    + " afterwards.");

    public static final Mend COMPARE = new Mend(
            "Require exactly one header of 64 lower-case hex digits, decode it with HexFormat.of().parseHex, and compare"
                    + " with MessageDigest.isEqual; answer 401 for everything else.",
            "Check /^[0-9a-f]{64}$/.test(signature) first, then crypto.timingSafeEqual(Buffer.from(signature, 'hex'),"
                    + " expected); it throws on unequal lengths.",
            "Decode with hex.DecodeString, require 32 bytes, and compare with hmac.Equal(decoded, mac.Sum(nil)).",
            "Check re.fullmatch('[0-9a-f]{64}', signature) first, then hmac.compare_digest(signature, expected); it raises"
                    + " on text outside ASCII.");

    public static final Mend REQUIRE_HEADERS = new Mend(
            "Answer 401 unless request.getHeaders(name) holds exactly one value, for both headers, before anything else.",
            "Answer 401 unless typeof req.headers['x-statuspulse-signature'] === 'string', likewise for the timestamp,"
                    + " before anything else.",
            "Answer 401 unless len(r.Header.Values(name)) == 1, for both headers, before anything else.",
            "Answer 401 unless request.headers.get_all(name) holds exactly one value, for both headers, before anything"
                    + " else.");

    public static final Mend SCHEME = new Mend(
            "Mac.getInstance(\"HmacSHA256\") keyed with secret.getBytes(UTF_8), whsec_ included, over timestamp + '.' + body"
                    + " bytes; compare its lower-case hex and accept no other form.",
            "crypto.createHmac('sha256', secret).update(timestamp + '.').update(rawBody).digest('hex'), with the whole"
                    + " secret as text; accept no other form.",
            "mac := hmac.New(sha256.New, []byte(secret)); write timestamp, \".\" and body; compare its hex and accept no"
                    + " other form.",
            "hmac.new(secret.encode(), timestamp.encode() + b'.' + body, hashlib.sha256).hexdigest(), with the whole secret;"
                    + " accept no other form.");

    public static final Mend TIMESTAMP_TEXT = new Mend(
            "Require timestamp.matches(\"[0-9]{1,11}\") before Long.parseLong, and sign the header's own text.",
            "Require /^[0-9]{1,11}$/.test(timestamp) before Number(timestamp); parseInt and Number read much that is no"
                    + " integer, and comparisons with NaN are false.",
            "Require every byte to be '0'..'9' and at most 11 of them before strconv.ParseInt, and sign the header's own"
                    + " text.",
            "Require re.fullmatch('[0-9]{1,11}', timestamp) with re.ASCII before int(timestamp); int() takes spaces,"
                    + " underscores and digits of other scripts.");

    public static final Mend DRIFT = new Mend(
            "Reject when Math.abs(Instant.now().getEpochSecond() - timestamp) > 300; both sides, after the format check.",
            "Reject when !(Math.abs(Date.now() / 1000 - timestamp) <= 300): written so, NaN is rejected too.",
            "Reject when d := time.Since(time.Unix(ts, 0)); d > 5*time.Minute || d < -5*time.Minute.",
            "Reject when abs(time.time() - int(timestamp)) > 300, after the format check.");

    public static final Mend SECRET = new Mend(
            "Read the secret from configuration, fail at start when it is blank, and use secret.getBytes(UTF_8) as it is.",
            "Read process.env at start, throw when the secret is missing or blank, and pass it to createHmac as it is.",
            "Read the secret at start, log.Fatal when it is blank, and use []byte(secret) as it is.",
            "Read os.environ[...] at start (not .get with a default), raise when it is blank, and use secret.encode().");

    public static final Mend ROTATION = new Mend(
            "Keep a list of the active secrets: the current one and, during the overlap, the previous; accept when any"
                    + " matches, comparing against all.",
            "const ok = activeSecrets.map(s => matches(s)).includes(true), with one or two entries; drop the old one when"
                    + " the overlap ends.",
            "Loop over the active secrets (one or two) with hmac.Equal, and drop the old one when the overlap ends.",
            "any([matches(s) for s in active_secrets]) with one or two entries; drop the old one when the overlap ends.");

    public static final Mend OPEN_SCHEMA = new Mend(
            "Ignore what you do not know: @JsonIgnoreProperties(ignoreUnknown = true), and types and statuses as String.",
            "Do not validate with additionalProperties: false or a closed enum; switch on event_type with a default that"
                    + " answers 200.",
            "Decode without DisallowUnknownFields, with event_type and statuses as string and a default case.",
            "Ignore unknown keys (pydantic: extra='ignore') and keep types and statuses as str.");

    public static final Mend VALIDATE = new Mend(
            "After verifying, catch JSON and validation exceptions and answer 400 or 422; let none of them become a 500.",
            "After verifying, wrap JSON.parse and the checks in try/catch and answer 400 or 422.",
            "After verifying, answer http.StatusBadRequest when json.Unmarshal or a check fails; never index or assert types"
                    + " unchecked.",
            "After verifying, catch ValueError, KeyError and TypeError around parsing and checks, and answer 400 or 422.");

    public static final Mend ONCE = new Mend(
            "Insert event_id into a table with a unique key in the same transaction as the work; on a duplicate answer 200"
                    + " and do nothing.",
            "INSERT ... ON CONFLICT (event_id) DO NOTHING in the same transaction as the work; no row inserted means a"
                    + " duplicate: answer 200.",
            "INSERT ... ON CONFLICT DO NOTHING in the same transaction as the work; when RowsAffected is 0, answer 200 and"
                    + " do nothing.",
            "INSERT ... ON CONFLICT DO NOTHING in the same transaction as the work; when rowcount is 0, answer 200 and do"
                    + " nothing.");

    public static final Mend VERIFY_FIRST = new Mend(
            "Verify signature and timestamp, then validate, and only then look up or store the event_id.",
            "Verify signature and timestamp, then validate, and only then look up or store the event_id.",
            "Verify signature and timestamp, then validate, and only then look up or store the event_id.",
            "Verify signature and timestamp, then validate, and only then look up or store the event_id.");

    public static final Mend PLAIN_HTTP = new Mend(
            "Leave HTTP to the server: read headers through its case-insensitive API and the body through its stream,"
                    + " however it is framed.",
            "Use lower-case names in req.headers, leave framing to node:http, and match content types with"
                    + " type-is or express.raw({type: 'application/json'}).",
            "Use r.Header.Get (it ignores case) and io.ReadAll(r.Body), and mime.ParseMediaType for the content type.",
            "Use the framework's case-insensitive headers and request.get_data(); run behind a server that takes chunked"
                    + " bodies.");

    public static final Mend METHODS = new Mend(
            "Map the path for POST alone (@PostMapping, doPost) and leave 405 for the rest to the framework.",
            "app.post(path, ...) and never app.all or app.use; do not install method-override.",
            "mux.HandleFunc(\"POST /webhook/statuspulse\", ...), or answer http.StatusMethodNotAllowed unless r.Method is"
                    + " http.MethodPost.",
            "methods=['POST'] (Flask), @require_POST (Django).");

    public static final Mend MEDIA_TYPE = new Mend(
            "Take the raw body whatever its type says, or answer 415; do not let a converter throw.",
            "Use express.raw({type: () => true}), or answer 415: with another type req.body is undefined.",
            "Take the raw body whatever its type says, or answer http.StatusUnsupportedMediaType.",
            "Use request.get_data() whatever the type says, or answer 415.");

    public static final Mend LIMITS = new Mend(
            "Bound the body (readNBytes(limit + 1), or the server's setting) and answer 413 above it; let the parser bound"
                    + " depth, number lengths and names (Jackson: StreamReadConstraints).",
            "express.raw({limit: '1mb', inflate: false}) and an error handler that answers with err.status (413, 415, 400);"
                    + " never unpack what is not verified.",
            "http.MaxBytesReader(w, r.Body, 1<<20) and 413 when it fails; Go's decoder bounds the depth by itself.",
            "Bound the body (MAX_CONTENT_LENGTH, DATA_UPLOAD_MAX_MEMORY_SIZE), answer 413, and catch RecursionError and"
                    + " ValueError around json.loads.");

    public static final Mend SERVER = new Mend(
            "Leave the reading of requests to an up-to-date Tomcat, Jetty or Undertow, or put nginx in front.",
            "Leave the reading of requests to node:http, without insecureHTTPParser, or put nginx in front.",
            "Leave the reading of requests to net/http, or put nginx in front.",
            "Run behind an up-to-date gunicorn, uvicorn or waitress, or put nginx in front; werkzeug's own server is for"
                    + " development.");

    public static final Mend WAITING = new Mend(
            "Bound how long a head and a body may take (Tomcat: connectionTimeout; Jetty: idleTimeout), use enough threads,"
                    + " and put nginx with proxy_request_buffering in front.",
            "Leave server.headersTimeout and server.requestTimeout on, and never work synchronously in the handler.",
            "Set ReadHeaderTimeout and ReadTimeout of http.Server.",
            "Run gunicorn with threads or an asynchronous worker, and nginx with proxy_request_buffering in front.");

    public static final Mend PROMPT = new Mend(
            "Verify, store the event, answer, and do the work afterwards from a queue or @Async.",
            "Verify, store the event, answer, and do the work afterwards from a queue.",
            "Verify, store the event, answer, and do the work afterwards in a goroutine that reads from a queue.",
            "Verify, store the event, answer, and do the work afterwards in a task queue.");

    public static final Mend ORDER = Mend.anywhere(
            "Take every event, whatever came before; keep the newest event's timestamp with a check's state, and let only"
                    + " a newer event change it.");

    public static final Mend FAILED_ATTEMPT = Mend.anywhere(
            "Store the event_id in the transaction of the work, so that both are there or neither is, and answer 5xx when it"
                    + " fails: the provider comes again.");

    public static final Mend NO_REDIRECT = Mend.anywhere(
            "Register the URL that answers by itself, with its exact scheme, host and slash, and exempt it from login.");

    private Mends() {}
}
