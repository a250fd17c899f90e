// Package room has people who talk.
package room

import (
	"context"
	"log"
	"sync"

	"go.drapery.example/loom/start"

	"git.parlour.example/voice/gingham/offer"
)

// Track is what somebody sends, or sent.
type Track struct {
	ID     string
	Active bool
}

// Guest is somebody in the room.
type Guest struct {
	mu     sync.Mutex
	number int
	offers int
	tracks []*Track
}

// Offered takes an offer: sections that were not known are new tracks.
func (g *Guest) Offered(text []byte) error {
	o, err := offer.Read(string(text))
	if err != nil {
		return err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	known := make(map[string]*Track, len(g.tracks))
	for _, t := range g.tracks {
		known[t.ID] = t
	}
	for _, s := range o.Sections {
		if t := known[s.ID]; t != nil {
			t.Active = s.Direction == "sendrecv"
			continue
		}
		g.tracks = append(g.tracks, &Track{ID: s.ID, Active: s.Direction == "sendrecv"})
	}
	return nil
}

// Talk has thirty guests who make perSecond offers together, each with one section more than the last.
func Talk(ctx context.Context, perSecond float64) {
	guests := make([]*Guest, 30)
	for i := range guests {
		guests[i] = &Guest{number: i}
	}
	start.Beat(ctx, perSecond, func(n int) {
		g := guests[n%len(guests)]
		g.offers++
		if err := g.Offered(offer.Write(g.number, 40+g.offers)); err != nil {
			log.Print(err)
		}
	})
}
