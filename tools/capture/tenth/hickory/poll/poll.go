// Package poll answers when there is something, or after a while.
package poll

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"go.hickory.example/inbox/hickory/inbox"
)

// Poll answers over HTTP.
type Poll struct {
	boxes *inbox.Boxes
	while time.Duration
}

// New waits so long at most.
func New(b *inbox.Boxes, while time.Duration) *Poll { return &Poll{boxes: b, while: while} }

// ServeHTTP waits for a letter.
func (p *Poll) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.FormValue("box"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	late := time.NewTimer(p.while)
	defer late.Stop()
	select {
	case letter := <-p.boxes.Box(number):
		fmt.Fprintln(w, letter)
	case <-late.C:
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}
