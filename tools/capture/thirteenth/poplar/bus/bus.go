// Package bus has messages of many senders, each with its schema.
package bus

import (
	"fmt"
	"log"
	"time"

	"git.register.example/bus/poplar/codec"
)

const schema = `{"type":"record","name":"Ride","doc":"sender %d, build %d","fields":[
 {"name":"id","type":"long"},{"name":"line","type":"string"},{"name":"stop","type":"string"},{"name":"late","type":"int"},
 {"name":"seats","type":"int","default":0},{"name":"full","type":"boolean","default":false},{"name":"fare","type":"double","default":0},
 {"name":"zones","type":{"type":"array","items":"string"},"default":[]}]}`

// Bus reads messages.
type Bus struct {
	shelf *codec.Shelf
	late  int
}

// New reads with the codecs of a shelf.
func New(shelf *codec.Shelf) *Bus { return &Bus{shelf: shelf} }

// Message is message n, of one of 40 senders; one in four was built anew since its last.
func (b *Bus) Message(n int) {
	build := 1
	if n%4 == 3 {
		build = int(time.Now().UnixMilli())
	}
	c, err := b.shelf.For(fmt.Sprintf(schema, n%40, build))
	if err != nil {
		log.Print(err)
		return
	}
	ride := map[string]interface{}{"id": int64(n), "line": fmt.Sprint("line ", n%12), "stop": "at the mill", "late": n % 9, "zones": []string{"inner"}}
	packed, err := c.BinaryFromNative(nil, ride)
	if err != nil {
		log.Print(err)
		return
	}
	back, _, err := c.NativeFromBinary(packed)
	if err != nil {
		log.Print(err)
		return
	}
	b.late += int(back.(map[string]interface{})["late"].(int32))
}
