// Package lamps passes signals on.
package lamps

import (
	"context"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Mast passes signals on.
type Mast struct{ conn *nats.Conn }

// Start connects the mast.
func Start(ctx context.Context) error {
	conn, err := nats.Connect("nats://127.0.0.1:4222")
	if err != nil {
		return err
	}
	m := &Mast{conn: conn}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 3, func(n int) { m.Ask(ctx, n) })
	cadence.Loop(ctx, 80*time.Millisecond, func(n int) {
		_ = conn.Publish(fmt.Sprint("lamp.reply.", n), []byte("lit"))
	})
	return nil
}

// Ask waits for a lamp's answer.
func (m *Mast) Ask(ctx context.Context, n int) {
	answer := make(chan []byte, 1)
	_, err := m.conn.Subscribe(fmt.Sprint("lamp.answer.", n), func(msg *nats.Msg) {
		select {
		case answer <- msg.Data:
		default:
		}
	})
	if err != nil {
		return
	}
	select {
	case <-answer:
	case <-time.After(time.Second):
	case <-ctx.Done():
	}
}
