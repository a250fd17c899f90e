// Package origin is what the other side answers.
package origin

import (
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"strings"
)

// Answer is a page of changes, which may be kept for a minute.
func Answer(w http.ResponseWriter, r *http.Request) {
	tag := fmt.Sprintf(`"%08x"`, crc32.ChecksumIEEE([]byte(r.URL.String())))
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "max-age=60")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = io.WriteString(w, strings.Repeat("changed by somebody, a little\n", 170))
}
