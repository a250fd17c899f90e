// Package backfill fetches pages that somebody missed.
package backfill

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync/atomic"
	"time"

	"git.causeway.example/edge/tollbridge/toll"
)

// Request is what a subscriber missed; its page is made room for at once.
type Request struct {
	Subscriber int
	Edition    int
	page       [6 << 10]byte
}

// Backfiller fetches at the gate's rate.
type Backfiller struct {
	origin string
	client *http.Client
	gate   *toll.Gate
	bytes  uint64
}

// New fetches from origin.
func New(origin string, gate *toll.Gate) *Backfiller {
	return &Backfiller{
		origin: origin, gate: gate,
		client: &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 4}},
	}
}

// Start begins a request in the background, or refuses it.
func (b *Backfiller) Start(r *Request) error {
	turn, err := b.gate.Reserve()
	if err != nil {
		return err
	}
	go b.run(turn, r)
	return nil
}

func (b *Backfiller) run(turn *toll.Turn, r *Request) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if err := turn.Pass(ctx); err != nil {
		log.Print(err)
		return
	}
	answer, err := b.client.Get(fmt.Sprintf("%s/%d/%d", b.origin, r.Subscriber, r.Edition))
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	n, err := io.ReadFull(answer.Body, r.page[:])
	if err != nil && err != io.ErrUnexpectedEOF {
		log.Print(err)
	}
	atomic.AddUint64(&b.bytes, uint64(n))
}

// Origin is where pages come from.
func Origin(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 60; i++ {
		fmt.Fprintf(w, "%s line %d\n", r.URL.Path, i)
	}
}
