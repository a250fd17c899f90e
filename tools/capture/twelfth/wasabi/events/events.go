// Package events happen on lines.
package events

import (
	"fmt"
	"iter"
	"log"
)

// Event is one.
type Event struct {
	ID      string
	Fields  map[string]string
	Payload []byte
}

// New is event n.
func New(n int) *Event {
	return &Event{ID: fmt.Sprintf("evt-%010d", n), Payload: make([]byte, 640),
		Fields: map[string]string{"line": fmt.Sprint(n % 24), "kind": fmt.Sprint("kind-", n%12), "source": "sensor"}}
}

// Judge says when there are too few of a kind.
func Judge(all iter.Seq[*Event]) {
	kinds := make(map[string]int)
	for e := range all {
		kinds[e.Fields["kind"]]++
	}
	if len(kinds) > 12 {
		log.Printf("kinds=%d", len(kinds))
	}
}
