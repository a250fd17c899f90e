// Package publish puts the packages of a distribution into its pool.
package publish

import (
	"fmt"
	"log"

	"go.walnut.example/publish/walnut/links"
)

// Publisher has turns.
type Publisher struct{ links *links.Links }

// New links by l.
func New(l *links.Links) *Publisher { return &Publisher{links: l} }

// Turn publishes some packages, some of them again.
func (p *Publisher) Turn(n int) {
	for i := 0; i < 10; i++ {
		if err := p.one(n*7 + i); err != nil {
			log.Print(err)
		}
	}
}

func (p *Publisher) one(number int) error { return p.links.Link("pool/incoming", target(number)) }

func target(number int) string {
	return fmt.Sprintf("public/dists/stable/main/pool/%02x/package-%d_1.%d.%d-1_amd64.deb", number%256, number, number%9, number%31)
}
