package sinks

import (
	"io"
	"net/http"
	"time"
)

// Take is what the other end does.
func Take(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	time.Sleep(60 * time.Millisecond)
	_, _ = io.WriteString(w, "taken")
}
