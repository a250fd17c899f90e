// Package harvest reads a log.
package harvest

import (
	"bufio"
	"io"
	"os"
)

// Harvester reads one file.
type Harvester struct {
	Path   string
	file   *os.File
	lines  *bufio.Reader
	offset int64
}

// Open begins at the start.
func Open(path string) (*Harvester, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &Harvester{Path: path, file: file, lines: bufio.NewReaderSize(file, 16<<10)}, nil
}

// Is says whether it reads that file.
func (h *Harvester) Is(info os.FileInfo) bool {
	own, err := h.file.Stat()
	return err == nil && os.SameFile(own, info)
}

// Read ships what there is.
func (h *Harvester) Read(ship func(line string)) error {
	for {
		line, err := h.lines.ReadString('\n')
		h.offset += int64(len(line))
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		ship(line)
	}
}

// Complete says whether all that the file has was read.
func (h *Harvester) Complete() bool {
	info, err := os.Stat(h.Path)
	return err == nil && h.Is(info) && info.Size() == h.offset
}

// Close closes the file.
func (h *Harvester) Close() error { return h.file.Close() }
