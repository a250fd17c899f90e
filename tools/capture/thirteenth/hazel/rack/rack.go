// Package rack is where things lie.
package rack

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"net/http"
	"time"
)

// Answer gives what lies at a path.
func Answer(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Has("location") {
		_, _ = fmt.Fprint(w, `<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></LocationConstraint>`)
		return
	}
	thing := bytes.Repeat([]byte("label of a thing, with what is to be said of it\n"), 40)
	w.Header().Set("ETag", fmt.Sprintf(`"%08x"`, crc32.ChecksumIEEE([]byte(r.URL.Path))))
	w.Header().Set("Content-Type", "text/plain")
	http.ServeContent(w, r, "", time.Unix(1700000000, 0), bytes.NewReader(thing))
}
