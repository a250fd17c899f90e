// Package room reads what is written on things.
package room

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"sync"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

const things = 400

// Room has a client of the racks and what was read last.
type Room struct {
	racks  *minio.Client
	mu     sync.Mutex
	labels map[string]int
}

// Open opens it.
func Open(address string) (*Room, error) {
	racks, err := minio.New(address, &minio.Options{Creds: credentials.NewStaticV4("room", "roomroomroom", ""), Region: "us-east-1"})
	return &Room{racks: racks, labels: make(map[string]int)}, err
}

// Label looks at thing n; two in three were looked at lately.
func (r *Room) Label(ctx context.Context, n int) {
	name := fmt.Sprintf("thing/%03d", n*13%things)
	text, err := r.read(ctx, name)
	if err != nil {
		log.Print(err)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.labels[name] = bytes.Count(text, []byte{'\n'})
}

func (r *Room) read(ctx context.Context, name string) ([]byte, error) {
	thing, err := r.racks.GetObject(ctx, "lumber", name, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	return io.ReadAll(thing)
}
