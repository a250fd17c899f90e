// Package hoists works off queues of RabbitMQ.
package hoists

import (
	"context"
	"fmt"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"

	"hub.tessera.example/base/cadence"
)

// Start opens connections with consumers and publishers.
func Start(ctx context.Context) error {
	for i := 0; i < 3; i++ {
		conn, err := amqp.Dial("amqp://guest:guest@127.0.0.1:5672/")
		if err != nil {
			return err
		}
		lost := conn.NotifyClose(make(chan *amqp.Error, 1))
		go func() { <-lost }()
		for j := 0; j < 8; j++ {
			if err := consume(conn, fmt.Sprintf("hoist-%d-%d", i, j)); err != nil {
				return err
			}
		}
		if err := publish(ctx, conn, i); err != nil {
			return err
		}
	}
	return nil
}

func consume(conn *amqp.Connection, name string) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	if err := ch.Qos(5, 0, false); err != nil {
		return err
	}
	q, err := ch.QueueDeclare(name, false, true, true, false, nil)
	if err != nil {
		return err
	}
	deliveries, err := ch.Consume(q.Name, "", false, false, false, false, nil)
	if err != nil {
		return err
	}
	for w := 0; w < 3; w++ {
		go func() {
			for d := range deliveries {
				time.Sleep(2 * time.Millisecond)
				_ = d.Ack(false)
			}
		}()
	}
	return nil
}

func publish(ctx context.Context, conn *amqp.Connection, i int) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	if err := ch.Confirm(false); err != nil {
		return err
	}
	confirms := ch.NotifyPublish(make(chan amqp.Confirmation, 8))
	go func() {
		for range confirms {
		}
	}()
	cadence.Loop(ctx, 100*time.Millisecond, func(n int) {
		name := fmt.Sprintf("hoist-%d-%d", i, n%8)
		_ = ch.PublishWithContext(ctx, "", name, false, false, amqp.Publishing{Body: []byte("sack")})
	})
	return nil
}
