// Package httpfs is a folder that is written to in pieces.
package httpfs

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

const bufferSize = 64 << 10

// FS is a folder.
type FS struct{ root string }

// New writes below a root.
func New(root string) *FS { return &FS{root: root} }

type appender struct{ path string }

func (a *appender) Write(p []byte) (int, error) {
	f, err := os.OpenFile(a.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return f.Write(p)
}

type bufferedWriter struct{ buffer *bufio.Writer }

func (b *bufferedWriter) Write(p []byte) (int, error) { return b.buffer.Write(p) }
func (b *bufferedWriter) Close() error                { return b.buffer.Flush() }

// Create begins a file.
func (fs *FS) Create(name string) io.WriteCloser {
	path := filepath.Join(fs.root, name)
	return &bufferedWriter{bufio.NewWriterSize(&appender{path: path}, bufferSize)}
}

// Remove removes a file.
func (fs *FS) Remove(name string) error { return os.Remove(filepath.Join(fs.root, name)) }
