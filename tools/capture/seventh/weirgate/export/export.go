// Package export sends rows away, not faster than allowed.
package export

import (
	"encoding/json"
	"log"
	"time"
)

// Row is one row.
type Row struct {
	Table  string
	Number int
	Cells  [20]string
}

// Exporter has a queue.
type Exporter struct {
	queue chan *Row
	apart time.Duration
	bytes int
}

// New lets so many rows wait and sends so many a second.
func New(most, perSecond int) *Exporter {
	return &Exporter{queue: make(chan *Row, most), apart: time.Second / time.Duration(perSecond)}
}

// Put hands over a row, and waits as long as the queue is full.
func (x *Exporter) Put(r *Row) { x.queue <- r }

// Run sends.
func (x *Exporter) Run() {
	turn := time.NewTicker(x.apart)
	defer turn.Stop()
	for r := range x.queue {
		<-turn.C
		text, err := json.Marshal(r)
		if err != nil {
			log.Print(err)
			continue
		}
		x.bytes += len(text)
	}
}
