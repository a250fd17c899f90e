// Package sites is what the sites answer.
package sites

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// Answer is a page, and for a site in nineteen the way to it.
func Answer(w http.ResponseWriter, r *http.Request) {
	var site int
	if _, err := fmt.Sscanf(r.URL.Path, "/site/%d", &site); err == nil && site%19 == 4 {
		w.Header().Set("Location", fmt.Sprintf("/moved/%d", site))
		w.WriteHeader(http.StatusMovedPermanently)
		_, _ = io.WriteString(w, strings.Repeat("<p>It is elsewhere now.</p>", 300))
		return
	}
	time.Sleep(20 * time.Millisecond)
	_, _ = io.WriteString(w, strings.Repeat("<p>Welcome.</p>", 120))
}
