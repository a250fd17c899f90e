// Package poll answers when there is something new.
package poll

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"time"

	"go.ember.example/inbox/ember/box"
)

// Poll waits so long and no longer.
type Poll struct {
	boxes *box.Boxes
	most  time.Duration
}

// New looks into boxes.
func New(boxes *box.Boxes, most time.Duration) *Poll { return &Poll{boxes: boxes, most: most} }

// Answer is what a box has.
type Answer struct {
	Version int
	Items   []string
}

// ServeHTTP is one question: what is newer than a version.
func (p *Poll) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var number, since int
	if _, err := fmt.Sscanf(r.URL.Path, "/box/%d/%d", &number, &since); err != nil {
		http.NotFound(w, r)
		return
	}
	end := time.NewTimer(p.most)
	defer end.Stop()
	for {
		items, version, changed := p.boxes.Get(number)
		if version > since {
			p.write(w, Answer{Version: version, Items: items})
			return
		}
		select {
		case <-changed:
		case <-end.C:
			p.write(w, Answer{Version: version})
			return
		case <-r.Context().Done():
			return
		}
	}
}

func (p *Poll) write(w http.ResponseWriter, a Answer) {
	if err := json.NewEncoder(w).Encode(a); err != nil {
		log.Print(err)
	}
}
