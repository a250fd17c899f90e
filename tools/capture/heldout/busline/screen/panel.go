// Package screen draws what operators see.
package screen

import "git.orbital.example/core/busline/bus"

// Panel is one operator's picture.
type Panel struct {
	topics *bus.Bus
	token  bus.Token
	seat   int
	pixels [4096]byte
}

// Open shows events from now on.
func Open(topics *bus.Bus, seat int) *Panel {
	token, events := topics.Subscribe()
	p := &Panel{topics: topics, token: token, seat: seat}
	go p.follow(events)
	return p
}

// Close puts the panel away.
func (p *Panel) Close() { p.topics.Cancel(p.token) }

func (p *Panel) follow(events <-chan bus.Event) {
	for e := range events {
		p.pixels[e.Seq%len(p.pixels)] = byte(p.seat)
	}
}
