// Package ringers is who subscribes.
package ringers

import (
	"errors"
	"log"
	"time"

	"git.belltower.example/events/carillon/topics"
)

var errCracked = errors.New("ringers: the bell is cracked")

// Listen reads for ever.
func Listen(t *topics.Topic, n int) {
	s := t.Subscribe()
	defer s.Close()
	for event := range s.Events() {
		if event%(n+1) == -1 {
			return
		}
	}
}

// Visit subscribes for a few events; a visitor who cannot cope leaves.
func Visit(t *topics.Topic) {
	s := t.Subscribe()
	go func() {
		defer s.Close()
		if err := ring(s); err != nil {
			log.Print(err)
		}
	}()
}

// ring takes longer for each event, and gives up after the second.
func ring(s *topics.Subscriber) error {
	until := time.NewTimer(40 * time.Second)
	defer until.Stop()
	for rung := 0; ; rung++ {
		select {
		case <-s.Events():
			if rung == 1 {
				time.Sleep(9 * time.Second)
				return errCracked
			}
		case <-until.C:
			return nil
		}
	}
}
