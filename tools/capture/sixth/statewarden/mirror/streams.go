package mirror

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"time"

	"git.wardenry.example/control/statewarden/control"
)

// Changes follows a kind until ctx ends: what comes after one stream's end comes from the next one.
func (s *Source) Changes(ctx context.Context, kind string) <-chan control.Thing {
	out := make(chan control.Thing)
	go s.again(ctx, kind, out)
	return out
}

func (s *Source) again(ctx context.Context, kind string, out chan<- control.Thing) {
	defer close(out)
	for ctx.Err() == nil {
		body, err := s.open(ctx, kind)
		if err != nil {
			log.Printf("%s: %v", kind, err)
			time.Sleep(2 * time.Second)
			continue
		}
		for t := range decode(ctx, body) {
			select {
			case out <- t:
			case <-ctx.Done():
				return
			}
		}
	}
}

// decode reads body to its end and closes it.
func decode(ctx context.Context, body io.ReadCloser) <-chan control.Thing {
	things := make(chan control.Thing)
	go func() {
		defer close(things)
		defer body.Close()
		for in := json.NewDecoder(body); ; {
			var t control.Thing
			if err := in.Decode(&t); err != nil {
				if !errors.Is(err, io.EOF) && ctx.Err() == nil {
					log.Print(err)
				}
				return
			}
			select {
			case things <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	return things
}
