// Package box looks into boxes.
package box

import (
	"log"
	"sync/atomic"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
)

// Box is one at an office.
type Box struct {
	address string
	looked  atomic.Int64
	latest  atomic.Uint32
}

// At is the box at an address.
func At(address string) *Box { return &Box{address: address} }

func open(address string) (*client.Client, error) {
	c, err := client.Dial(address)
	if err != nil {
		return nil, err
	}
	if err := c.Login("username", "password"); err != nil {
		return nil, err
	}
	_, err = c.Select("INBOX", true)
	return c, err
}

// Newest is look n: it wants one letter, the newest as a rule.
func (b *Box) Newest(n int) {
	c, err := open(b.address)
	if err != nil {
		log.Print(err)
		return
	}
	wanted := new(imap.SeqSet)
	wanted.AddRange(1, 4)
	letters := make(chan *imap.Message)
	done := make(chan error, 1)
	go func() { done <- c.Fetch(wanted, []imap.FetchItem{imap.FetchEnvelope}, letters) }()
	for letter := range letters {
		b.looked.Add(1)
		b.latest.Store(letter.SeqNum)
		if letter.Envelope.Subject != "" && n%3 == 0 {
			return
		}
	}
	if err := <-done; err != nil {
		log.Print(err)
	}
	_ = c.Logout()
}
