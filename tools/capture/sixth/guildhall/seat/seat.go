// Package seat finds out who presides, and asks there until that changes.
package seat

import (
	"context"
	"fmt"
	"log"
	"sync"
	"time"

	"git.guildsmen.example/votes/guildhall/member"
)

// Chair is the link to the presiding member.
type Chair struct {
	mu      sync.Mutex
	members []member.Member
	link    *member.Link
	term    int
}

// New is vacant.
func New(members []member.Member) *Chair { return &Chair{members: members} }

// Vacate ends a term.
func (c *Chair) Vacate() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.link == nil {
		return
	}
	if err := c.link.Close(); err != nil {
		log.Print(err)
	}
	c.link = nil
	c.term++
}

// Ask asks whoever presides.
func (c *Chair) Ask(ctx context.Context, n int) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.link == nil {
		c.link = c.elect(ctx)
	}
	if c.link == nil {
		return fmt.Errorf("seat: nobody presides in term %d", c.term)
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	_, err := c.link.Get(ctx, fmt.Sprint("motion ", n))
	return err
}

func (c *Chair) elect(ctx context.Context) *member.Link {
	for i := range c.members {
		l, err := c.members[(i+c.term)%len(c.members)].Reach(ctx, c.term)
		if err != nil {
			log.Print(err)
			continue
		}
		return l
	}
	c.term++
	return nil
}
