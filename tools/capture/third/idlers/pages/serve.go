// Package pages has what browsers see.
package pages

import (
	"html/template"
	"log"
	"net/http"
)

var front = template.Must(template.New("front").Parse(`<html><body>{{range .}}<p>{{.}}</p>{{end}}</body></html>`))

var news = []string{"The bridge is open again.", "Rain until Thursday.", "The market moves to the north side."}

// Serve shows the front page.
func Serve(w http.ResponseWriter, _ *http.Request) {
	if err := front.Execute(w, news); err != nil {
		log.Print(err)
	}
}
