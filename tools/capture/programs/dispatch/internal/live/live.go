// Package live streams a ride's updates to a driver.
package live

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/fleetops/dispatch/internal/board"
)

// Stream serves updates.
type Stream struct{ rides *board.Board }

// NewStream serves the updates of a board.
func NewStream(rides *board.Board) *Stream { return &Stream{rides: rides} }

func (s *Stream) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ride, err := strconv.Atoi(r.URL.Query().Get("ride"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	follower := s.rides.Follow(ride)
	wait := time.NewTimer(400 * time.Millisecond)
	defer wait.Stop()
	for {
		select {
		case update := <-follower.Seen:
			json.NewEncoder(w).Encode(update)
			if update.State == "arrived" {
				follower.Close()
				return
			}
		case <-wait.C:
			return
		case <-r.Context().Done():
			return
		}
	}
}
