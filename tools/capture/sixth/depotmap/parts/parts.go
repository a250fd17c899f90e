// Package parts is the office that has the plans.
package parts

import (
	"bytes"
	"fmt"
	"net/http"
)

// Handler serves plans; some have moved.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/plan", func(w http.ResponseWriter, r *http.Request) {
		if id := r.URL.Query().Get("id"); len(id) > 0 && (id[len(id)-1] == '3' || id[len(id)-1] == '8') {
			w.Header().Set("Location", "/moved?id="+id)
			w.WriteHeader(http.StatusTemporaryRedirect)
			fmt.Fprintf(w, "<html><body>The plan has moved.%s</body></html>", bytes.Repeat([]byte("<!-- -->"), 2200))
			return
		}
		w.Write(bytes.Repeat([]byte("rail "), 900))
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, _ *http.Request) { w.Write(bytes.Repeat([]byte("rail "), 900)) })
	return mux
}
