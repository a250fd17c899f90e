// Package keys hands out keys by messages, on a connection made anew when it was lost.
package keys

import (
	"context"
	"log"

	amqp "github.com/rabbitmq/amqp091-go"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start hands out keys.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 1.5, func(int) {
		if err := Hand(ctx); err != nil {
			log.Print(err)
		}
	})
	return nil
}

// Hand sends one key.
func Hand(ctx context.Context) error {
	conn, err := amqp.Dial("amqp://guest:guest@127.0.0.1:5672/")
	if err != nil {
		return err
	}
	defer conn.Close()
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	closed := ch.NotifyClose(make(chan *amqp.Error))
	if _, err := ch.QueueDeclarePassive("keys-nobody-has", false, true, false, false, nil); err != nil {
		return err
	}
	select {
	case err := <-closed:
		return err
	default:
	}
	return ch.PublishWithContext(ctx, "", "keys", false, false, amqp.Publishing{Body: []byte("7")})
}
