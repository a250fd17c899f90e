// Package yard is where errands lead.
package yard

import (
	"io"
	"net/http"
	"strings"
)

// Answer has most things; one counter is always too busy.
func Answer(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/counter/11") {
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, strings.Repeat("come again later; ", 700))
		return
	}
	_, _ = io.WriteString(w, strings.Repeat("one yard of rope; ", 60))
}
