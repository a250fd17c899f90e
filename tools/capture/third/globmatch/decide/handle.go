// Package decide answers whether somebody may.
package decide

import (
	"fmt"
	"net/http"

	"git.gatekeeping.example/policy/globmatch/pattern"
)

var always = []string{"/public/**", "/org/*/readme", "/static/*.css"}

// Handle answers yes or no; the patterns come with the question and from the rules.
func Handle(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	for _, glob := range append([]string{asked.Get("allow")}, always...) {
		fits, err := pattern.Match(glob, asked.Get("path"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if fits {
			fmt.Fprintln(w, "yes")
			return
		}
	}
	fmt.Fprintln(w, "no")
}
