// Package loads sends loads by Kafka.
package loads

import (
	"context"
	"net"
	"time"

	"github.com/Shopify/sarama"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start sends loads as they come to a broker of this process.
func Start(ctx context.Context) error {
	address, err := broker()
	if err != nil {
		return err
	}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 1.2, func(n int) { _ = Send(address) })
	return nil
}

// Send asks a broker for its topics before a load is sent.
func Send(address string) error {
	config := sarama.NewConfig()
	config.Metadata.RefreshFrequency = 20 * time.Second
	config.Metadata.Full = false
	config.Net.ReadTimeout = 2 * time.Second
	client, err := sarama.NewClient([]string{address}, config)
	if err != nil {
		return err
	}
	_, err = client.Topics()
	return err
}

// broker accepts connections and never answers.
func broker() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				buffer := make([]byte, 512)
				for {
					if _, err := conn.Read(buffer); err != nil {
						return
					}
				}
			}()
		}
	}()
	return l.Addr().String(), nil
}
