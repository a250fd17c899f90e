// Package asks asks for quotes over RabbitMQ, each with a reply queue of its own.
package asks

import (
	"context"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Desk asks.
type Desk struct{ conn *amqp.Connection }

// Start opens the desk.
func Start(ctx context.Context) error {
	conn, err := amqp.Dial("amqp://guest:guest@127.0.0.1:5672/")
	if err != nil {
		return err
	}
	d := &Desk{conn: conn}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2, func(int) { _ = d.Ask(ctx) })
	return nil
}

// Ask sends a question and waits for the answer for a while.
func (d *Desk) Ask(ctx context.Context) error {
	ch, err := d.conn.Channel()
	if err != nil {
		return err
	}
	q, err := ch.QueueDeclare("", false, true, true, false, nil)
	if err != nil {
		return err
	}
	answers, err := ch.Consume(q.Name, "", true, true, false, false, nil)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	msg := amqp.Publishing{ReplyTo: q.Name, Body: []byte("how much")}
	if err := ch.PublishWithContext(ctx, "", "quotes-nobody", false, false, msg); err != nil {
		return err
	}
	select {
	case <-answers:
	case <-ctx.Done():
	}
	return nil
}
