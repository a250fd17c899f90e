// Package shipment sends lines in lots.
package shipment

import (
	"bytes"
	"compress/gzip"
	"context"
	"log"
	"time"
)

// Shipment has a short queue of lines.
type Shipment struct {
	queue chan string
	lots  int
}

// Start sends until ctx ends.
func Start(ctx context.Context, length int) *Shipment {
	s := &Shipment{queue: make(chan string, length)}
	go s.run(ctx)
	return s
}

// Take waits for room in the queue.
func (s *Shipment) Take(ctx context.Context, line string) {
	select {
	case s.queue <- line:
	case <-ctx.Done():
	}
}

func (s *Shipment) run(ctx context.Context) {
	clock := time.NewTicker(3 * time.Second)
	defer clock.Stop()
	var lot bytes.Buffer
	for {
		select {
		case line := <-s.queue:
			lot.WriteString(line)
		case <-clock.C:
			if err := s.send(lot.Bytes()); err != nil {
				log.Print(err)
			}
			lot.Reset()
		case <-ctx.Done():
			return
		}
	}
}

func (s *Shipment) send(lines []byte) error {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(lines); err != nil {
		return err
	}
	s.lots++
	return w.Close()
}
