// Package outbox sends what is due.
package outbox

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"example.org/ops/pool"
	"github.com/postbox-app/mailer/internal/smtp"
)

// Outbox is the mail to be sent.
type Outbox struct {
	templates *pool.Pool[smtp.Message]
	sent      int64
}

// New renders through a pool.
func New(templates *pool.Pool[smtp.Message]) *Outbox { return &Outbox{templates: templates} }

// Run sends a message at every interval until ctx ends.
func (o *Outbox) Run(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			o.deliver(smtp.Message{To: fmt.Sprintf("user%d@example.net", n), Body: make([]byte, 2000+n%10)})
		case <-ctx.Done():
			return
		}
	}
}

func (o *Outbox) deliver(m smtp.Message) {
	o.templates.Offer(m)
	sender := smtp.NewSender(m)
	sender.Send(func(err error) {
		if err != nil {
			sender.Retry().Send(func(error) {})
			return
		}
		atomic.AddInt64(&o.sent, 1)
	})
}
