// Package bales tells of bales over Kafka.
package bales

import (
	"context"
	"fmt"
	"time"

	"github.com/segmentio/kafka-go"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start tells of bales as they come.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2, func(n int) { _ = Tell(ctx, n) })
	return nil
}

// Tell writes one message.
func Tell(ctx context.Context, n int) error {
	w := kafka.NewWriter(kafka.WriterConfig{Brokers: []string{"127.0.0.1:9092"}, Topic: "bales", RebalanceInterval: 15 * time.Second})
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return w.WriteMessages(ctx, kafka.Message{Value: []byte(fmt.Sprint("bale ", n))})
}
