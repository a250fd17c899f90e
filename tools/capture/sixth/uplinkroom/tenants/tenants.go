// Package tenants is who calls.
package tenants

import (
	"fmt"
	"log"
	"net/http"
	"strings"
	"time"

	"git.switchgear.example/edge/uplinkroom/uplink"
)

const (
	tenants = 64
	opening = 30 * time.Second // the morning, in which one tenant after the other comes
)

// Desk serves /tenant/page.
type Desk struct {
	room   *uplink.Room
	opened time.Time
}

// NewDesk fetches through room.
func NewDesk(room *uplink.Room) *Desk { return &Desk{room: room, opened: time.Now()} }

// Path is a page of one of those who are there already.
func (d *Desk) Path(caller, turn int) string {
	here := 4 + int(time.Since(d.opened)*(tenants-4)/opening)
	if here > tenants {
		here = tenants
	}
	return fmt.Sprintf("/t%d/page-%d", (caller*7+turn*11)%here, turn%30)
}

// ServeHTTP passes a tenant's page on.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	tenant, page, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	text, err := d.room.Fetch(r.Context(), tenant, "/"+page)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if _, err := w.Write(text); err != nil {
		log.Print(err)
	}
}
