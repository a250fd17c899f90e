// Package devices come and go.
package devices

import (
	"fmt"
	"sync"

	"go.plover.example/topics/plover/tree"
)

// Devices has so many at a time.
type Devices struct {
	tree *tree.Tree

	mu      sync.Mutex
	present []present
	number  int
}

type present struct {
	topic        string
	subscription *tree.Subscription
}

// New has none yet.
func New(t *tree.Tree, most int) *Devices {
	return &Devices{tree: t, present: make([]present, most)}
}

// Turn lets one come, in place of the one that has been there longest.
func (d *Devices) Turn(int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.number++
	at := d.number % len(d.present)
	if before := d.present[at]; before.subscription != nil {
		d.tree.Delete(before.topic, before.subscription)
	}
	d.present[at] = d.one(d.number)
}

func (d *Devices) one(number int) present {
	p := present{
		topic:        fmt.Sprintf("site-%d/device-%08x/state/now", number%25, uint32(number)*2654435761),
		subscription: &tree.Subscription{Device: number},
	}
	d.tree.Add(p.topic, p.subscription)
	return p
}

// Message sends something to one who is there.
func (d *Devices) Message(turn int) {
	d.mu.Lock()
	topic := d.present[turn%len(d.present)].topic
	d.mu.Unlock()
	d.tree.Send(topic)
}
