package station

import (
	"log"
	"time"
)

type sender interface {
	Send(word byte) error
}

// pulse says that we are there.
type pulse struct {
	to     sender
	every  time.Duration
	missed int
}

func (p *pulse) beat() {
	for {
		time.Sleep(p.every)
		if err := p.to.Send('.'); err != nil {
			if p.missed++; p.missed == 1 {
				log.Printf("pulse: %v", err)
			}
			continue
		}
		p.missed = 0
	}
}
