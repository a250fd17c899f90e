// Package renewal asks for certificates and waits until they are issued.
package renewal

import (
	"log"
	"time"

	"git.boxoffice.example/feeds/ticketry/watch"
)

// Keeper renews.
type Keeper struct {
	source  *watch.Source
	renewed int
}

// New watches source.
func New(source *watch.Source) *Keeper { return &Keeper{source: source} }

// Renew follows the events until the request's own has come.
func (k *Keeper) Renew(n int) {
	relay := k.source.Watch()
	defer relay.Stop()
	for e := range relay.Events() {
		time.Sleep(15 * time.Millisecond)
		if e.Object == (n*7)%40 {
			break
		}
	}
	k.renewed++
	if k.renewed%50 == 0 {
		log.Printf("renewed %d", k.renewed)
	}
}
