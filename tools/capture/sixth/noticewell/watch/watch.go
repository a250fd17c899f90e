// Package watch follows services.
package watch

import (
	"context"
	"errors"
	"log"
	"math/rand"
	"net/rpc"
	"sync"
	"time"

	"git.springhead.example/mesh/noticewell/registry"
)

// Table is where services are.
type Table struct {
	client *rpc.Client
	routes sync.Map
}

// NewTable asks with client.
func NewTable(client *rpc.Client) *Table { return &Table{client: client} }

// Follow keeps a service's route up to date until ctx ends.
func (t *Table) Follow(ctx context.Context, service string) {
	go func() {
		var index uint64
		for ctx.Err() == nil {
			next, err := t.ask(service, index)
			if errors.Is(err, rpc.ErrShutdown) {
				return
			}
			if err != nil {
				log.Print(err)
				time.Sleep(time.Second)
				continue
			}
			index = next
		}
	}()
}

func (t *Table) ask(service string, after uint64) (uint64, error) {
	question := registry.Question{
		Service: service, After: after,
		Patience: time.Duration(55+rand.Intn(30)) * time.Second,
	}
	var answer registry.Answer
	if err := t.client.Call("Registry.Wait", question, &answer); err != nil {
		return 0, err
	}
	t.routes.Store(service, answer.Addresses)
	return answer.Index, nil
}
