package batch

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"go.northlight.example/works/larder"

	"code.brambling.example/build/brambling/source"
)

// Builder keeps the outputs used last.
type Builder struct {
	outputs *larder.Larder[string, []byte]
	touched chan source.File
}

// NewBuilder puts what it makes into outputs.
func NewBuilder(outputs *larder.Larder[string, []byte]) *Builder {
	return &Builder{outputs: outputs, touched: make(chan source.File)}
}

// Attend looks at touched files until ctx ends.
func (b *Builder) Attend(ctx context.Context, _ int) {
	for {
		select {
		case file := <-b.touched:
			b.outputs.Put(file.Path, b.compile(file))
		case <-ctx.Done():
			return
		}
	}
}

// Touch says that a file was looked at.
func (b *Builder) Touch(file source.File) { b.touched <- file }

// Build makes all outputs of a change.
func (b *Builder) Build(turn int, change source.Change) {
	var g Group
	for _, file := range change.Files {
		file := file
		g.Once(func() {
			b.outputs.Put(fmt.Sprint(turn%3, file.Path), b.compile(file))
		})
	}
	g.Join()
	b.outputs.Put(change.Name, []byte(strings.Repeat("linked ", len(change.Files))))
}

func (b *Builder) compile(file source.File) []byte {
	time.Sleep(time.Duration(20+file.Size%80) * time.Millisecond)
	var out bytes.Buffer
	for _, name := range file.Imports {
		fmt.Fprintf(&out, "%s:%d\n", name, file.Symbols[name].Line)
	}
	return out.Bytes()
}
