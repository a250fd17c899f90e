// Package neighbours is the other end.
package neighbours

import (
	"fmt"
	"net/http"
	"time"
)

// New answers all there is.
func New() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/state/", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(15 * time.Millisecond)
		fmt.Fprintf(w, "%s: well, since %d\n", r.URL.Path, time.Now().Unix())
	})
	mux.HandleFunc("/talk/", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(40 * time.Millisecond)
		for i := 0; i < 5; i++ {
			fmt.Fprintf(w, "and %d\n", i)
		}
	})
	return mux
}
