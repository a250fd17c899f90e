// Package intake reads deliveries.
package intake

import (
	"bufio"
	"log"
	"os"
	"path/filepath"
	"sync"
)

// Receipt is the proof of one delivery.
type Receipt struct {
	Header string
	source *bufio.Reader
}

// Inbox takes deliveries from a folder.
type Inbox struct {
	dir      string
	mu       sync.Mutex
	receipts []*Receipt
}

// NewInbox watches dir.
func NewInbox(dir string) *Inbox { return &Inbox{dir: dir} }

// Take reads the header of a delivery and files a receipt.
func (in *Inbox) Take(name string) {
	f, err := os.Open(filepath.Join(in.dir, name))
	if err != nil {
		log.Print(err)
		return
	}
	source := bufio.NewReaderSize(f, 16<<10)
	header, err := source.ReadString('\n')
	if err != nil {
		log.Print(err)
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	in.receipts = append(in.receipts, &Receipt{Header: header, source: source})
}
