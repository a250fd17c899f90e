// Package rotate writes to files that begin anew, and packs the old ones.
package rotate

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
)

var packers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

// Log is a file and the packed ones before it.
type Log struct {
	folder, name string
	keep         int
	mu           sync.Mutex
	file         *os.File
	out          *bufio.Writer
	old          []string
}

// Open begins a log of which a number of old files are kept.
func Open(folder, name string, keep int) (*Log, error) {
	l := &Log{folder: folder, name: name, keep: keep}
	return l, l.begin()
}

func (l *Log) begin() (err error) {
	l.file, err = os.Create(filepath.Join(l.folder, l.name+".log"))
	if err == nil {
		l.out = bufio.NewWriterSize(l.file, 64<<10)
	}
	return err
}

// Println writes a line.
func (l *Log) Println(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintln(l.out, line)
}

// Rotate packs what was written and begins file n.
func (l *Log) Rotate(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.rotate(n); err != nil {
		log.Print(err)
	}
}

func (l *Log) rotate(n int) error {
	if err := l.out.Flush(); err != nil {
		return err
	}
	packed, err := pack(l.file, fmt.Sprintf("%s.%d.gz", l.file.Name(), n))
	if err != nil {
		return err
	}
	if err := l.file.Close(); err != nil {
		return err
	}
	l.old = append(l.old, packed)
	if len(l.old) > l.keep {
		if err := os.Remove(l.old[0]); err != nil {
			return err
		}
		l.old = append(l.old[:0], l.old[1:]...)
	}
	return l.begin()
}

func pack(from *os.File, to string) (string, error) {
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	f, err := os.Create(to)
	if err != nil {
		return "", err
	}
	defer f.Close()
	packer := packers.Get().(*gzip.Writer)
	defer packers.Put(packer)
	packer.Reset(f)
	if _, err := io.Copy(packer, from); err != nil {
		return "", err
	}
	return to, packer.Close()
}
