package feed

import (
	"fmt"
	"log"
	"time"
)

// Desk has clients.
type Desk struct{ clients []*Client }

// NewDesk connects n clients.
func NewDesk(address string, n int) *Desk {
	d := &Desk{}
	for i := 0; i < n; i++ {
		c := &Client{address: address, channel: fmt.Sprint("channel-", i)}
		if err := c.Connect(); err != nil {
			log.Print(err)
			time.Sleep(10 * time.Millisecond)
			if err = c.Connect(); err != nil {
				continue
			}
		}
		d.clients = append(d.clients, c)
	}
	return d
}

// Watch refreshes the subscription of one client.
func (d *Desk) Watch(n int) {
	if len(d.clients) > 0 {
		d.clients[n%len(d.clients)].Refresh()
	}
}
