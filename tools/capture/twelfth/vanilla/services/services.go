// Package services are asked.
package services

import (
	"io"
	"net/http"
	"strings"
	"time"
)

// Names are those of the services.
var Names = []string{"prices", "stocks", "ratings"}

// Answer takes half a second; one answer in ten is that there is none.
func Answer(w http.ResponseWriter, r *http.Request) {
	time.Sleep(500 * time.Millisecond)
	if strings.HasSuffix(r.URL.Path, "7") {
		http.Error(w, strings.Repeat("nothing of this name ", 200), http.StatusNotFound)
		return
	}
	_, _ = io.WriteString(w, strings.Repeat("as of today; ", 200))
}
