// Package rounds sends couriers by NATS.
package rounds

import (
	"context"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"

	"hub.tessera.example/base/cadence"
)

// Start subscribes, asks and publishes on several connections.
func Start(ctx context.Context) error {
	for i := 0; i < 4; i++ {
		conn, err := nats.Connect("nats://127.0.0.1:4222", nats.Name(fmt.Sprint("round", i)))
		if err != nil {
			return err
		}
		if err := settle(ctx, conn, i); err != nil {
			return err
		}
	}
	return pull(ctx)
}

func settle(ctx context.Context, conn *nats.Conn, i int) error {
	for j := 0; j < 15; j++ {
		if _, err := conn.QueueSubscribe(fmt.Sprintf("round.%d.%d", i, j), "couriers", func(m *nats.Msg) { _ = m.Respond(m.Data) }); err != nil {
			return err
		}
	}
	parcels := make(chan *nats.Msg, 64)
	if _, err := conn.ChanSubscribe(fmt.Sprintf("parcels.%d", i), parcels); err != nil {
		return err
	}
	go func() {
		for range parcels {
		}
	}()
	sync, err := conn.SubscribeSync(fmt.Sprintf("late.%d", i))
	if err != nil {
		return err
	}
	go func() {
		for ctx.Err() == nil {
			_, _ = sync.NextMsg(time.Minute)
		}
	}()
	cadence.Loop(ctx, 60*time.Millisecond, func(n int) {
		_, _ = conn.Request(fmt.Sprintf("round.%d.%d", n%4, n%15), []byte("go"), time.Second)
		_ = conn.Publish(fmt.Sprintf("parcels.%d", n%4), []byte("box"))
	})
	return nil
}

// pull fetches from a stream.
func pull(ctx context.Context) error {
	conn, err := nats.Connect("nats://127.0.0.1:4222")
	if err != nil {
		return err
	}
	js, err := conn.JetStream(nats.PublishAsyncMaxPending(16))
	if err != nil {
		return err
	}
	if _, err := js.AddStream(&nats.StreamConfig{Name: "ROUNDLOG", Subjects: []string{"roundlog.*"}, Storage: nats.MemoryStorage, MaxMsgs: 500}); err != nil {
		return err
	}
	for i := 0; i < 4; i++ {
		sub, err := js.PullSubscribe("roundlog.*", fmt.Sprint("reader", i))
		if err != nil {
			return err
		}
		go func() {
			for ctx.Err() == nil {
				msgs, _ := sub.Fetch(10, nats.MaxWait(4*time.Second))
				for _, m := range msgs {
					_ = m.Ack()
				}
			}
		}()
	}
	cadence.Loop(ctx, 400*time.Millisecond, func(n int) { _, _ = js.PublishAsync("roundlog.a", []byte("x")) })
	return nil
}
