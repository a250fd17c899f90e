// Package poll lets requests wait.
package poll

import (
	"fmt"
	"net/http"
	"time"

	"code.waitingroom.example/notify/patience/changes"
)

// Desk answers /topic/version when there is a later version, or at the latest after a while.
type Desk struct {
	feed *changes.Feed
	most time.Duration
}

// New lets requests wait for at most so long.
func New(feed *changes.Feed, most time.Duration) *Desk { return &Desk{feed: feed, most: most} }

// ServeHTTP answers with the version.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var topic, version int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d/%d", &topic, &version); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	now, next := d.feed.Version(topic)
	if now == version {
		late := time.NewTimer(d.most)
		defer late.Stop()
		select {
		case <-next:
		case <-late.C:
		case <-r.Context().Done():
			return
		}
		now, _ = d.feed.Version(topic)
	}
	fmt.Fprint(w, now)
}
